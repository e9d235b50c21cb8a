"use strict";

(() => {
  const vuil = new WeakSet();

  document.addEventListener("input", (gebeurtenis) => {
    const formulier = gebeurtenis.target.closest("form[data-waarschuw]");
    if (formulier) vuil.add(formulier);
  });

  document.addEventListener("submit", (gebeurtenis) => {
    const formulier = gebeurtenis.target;
    if (formulier.dataset.bezig === "ja") {
      gebeurtenis.preventDefault();
      return;
    }
    vuil.delete(formulier);
    if (!formulier.hasAttribute("data-eenmaal")) return;
    formulier.dataset.bezig = "ja";
    for (const knop of formulier.querySelectorAll("button[type=submit]")) {
      knop.setAttribute("aria-disabled", "true");
      knop.classList.add("utrecht-button--busy");
    }
  });

  const vrijgeven = (formulier) => {
    delete formulier.dataset.bezig;
    for (const knop of formulier.querySelectorAll("button[type=submit]")) {
      knop.removeAttribute("aria-disabled");
      knop.classList.remove("utrecht-button--busy");
    }
  };

  // The browser's back button brings a sent form back from memory: make it usable again.
  window.addEventListener("pageshow", () => document.querySelectorAll("form[data-bezig]").forEach(vrijgeven));

  const formulierVan = (gebeurtenis) => gebeurtenis.detail.elt.closest?.("form");

  // A form that saves itself sends no submit; what is typed while it saves stays unsaved.
  document.addEventListener("htmx:beforeRequest", (gebeurtenis) => vuil.delete(formulierVan(gebeurtenis)));
  document.addEventListener("htmx:afterRequest", (gebeurtenis) => {
    const formulier = formulierVan(gebeurtenis);
    if (!formulier) return;
    vrijgeven(formulier);
    const { status } = gebeurtenis.detail.xhr;
    if ((status < 200 || status > 299) && formulier.matches("[data-waarschuw]")) vuil.add(formulier);
  });

  const zeggen = (id) => {
    const zin = document.getElementById(id);
    if (zin) document.getElementById("berichten").replaceChildren(zin.content.cloneNode(true));
  };
  const nietGelukt = (gebeurtenis) => {
    if (formulierVan(gebeurtenis)) zeggen(gebeurtenis.detail.xhr.status === 401 ? "uitgelogd" : "niet-gelukt");
  };
  document.addEventListener("htmx:responseError", nietGelukt);
  document.addEventListener("htmx:sendError", nietGelukt);

  // Who comes back to this tab may have been logged out, or have logged in again in another one:
  // the forms get the key of now, so that the text that is still here can be sent.
  const sleutelVernieuwen = async () => {
    const velden = document.querySelectorAll("form [name=csrfmiddlewaretoken]");
    const { formuliersleutel } = document.body.dataset;
    if (!formuliersleutel || !velden.length) return;
    const antwoord = await fetch(formuliersleutel, { headers: { "HX-Request": "true" } }).catch(() => null);
    if (antwoord?.status === 401 && document.querySelector("form[data-waarschuw]")) zeggen("uitgelogd");
    if (!antwoord?.ok || antwoord.redirected) return;
    const sleutel = await antwoord.text();
    for (const veld of velden) veld.value = sleutel;
    document.querySelector("[data-uitgelogd]")?.remove();
  };
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) sleutelVernieuwen();
  });
  window.addEventListener("pageshow", (gebeurtenis) => {
    const [reis] = performance.getEntriesByType("navigation");
    if (gebeurtenis.persisted || reis?.type === "back_forward") sleutelVernieuwen();
  });

  window.addEventListener("beforeunload", (gebeurtenis) => {
    const open = [...document.querySelectorAll("form[data-waarschuw]")].some((formulier) => vuil.has(formulier));
    if (open) gebeurtenis.preventDefault();
  });

  const naarFouten = (wortel) => {
    const lijst = wortel.querySelector?.("[data-foutenlijst]");
    if (!lijst) return;
    const formulier = lijst.closest("form[data-waarschuw]");
    if (formulier) vuil.add(formulier);
    lijst.focus();
  };
  document.addEventListener("DOMContentLoaded", () => naarFouten(document));
  document.addEventListener("htmx:afterSettle", (gebeurtenis) => naarFouten(gebeurtenis.target.parentElement ?? document));

  // A link of the error summary opens the folded line around its field and puts the focus inside.
  document.addEventListener("click", (gebeurtenis) => {
    const link = gebeurtenis.target.closest?.("[data-foutenlijst] a[href^='#']");
    if (!link) return;
    const veld = document.getElementById(link.hash.slice(1));
    if (!veld) return;
    gebeurtenis.preventDefault();
    veld.closest("details")?.setAttribute("open", "");
    veld.focus();
    veld.scrollIntoView({ block: "center" });
  });

  const typt = (element) => element?.closest?.("input, textarea, select, [contenteditable]") !== null;

  document.addEventListener("keydown", (gebeurtenis) => {
    if (gebeurtenis.key === "Escape") {
      const menu = document.querySelector("details.menu[open]");
      if (menu) {
        menu.removeAttribute("open");
        menu.querySelector("summary").focus();
      }
    }
    if (gebeurtenis.ctrlKey || gebeurtenis.metaKey || gebeurtenis.altKey || typt(gebeurtenis.target)) return;
    if (localStorage.getItem("sneltoetsen") === "uit") return;
    if (gebeurtenis.key === "/") {
      const zoekveld = document.getElementById("zoekveld");
      if (zoekveld) {
        gebeurtenis.preventDefault();
        zoekveld.focus();
      }
    }
  });

  // Single keys can be switched off by who works with speech or another input device.
  for (const knop of document.querySelectorAll("[data-sneltoetsen]")) {
    const tekst = knop.querySelector("[data-tekst]") ?? knop;
    const tonen = () => {
      const uit = localStorage.getItem("sneltoetsen") === "uit";
      tekst.textContent = uit ? "Sneltoetsen aan" : "Sneltoetsen uit";
    };
    knop.hidden = false;
    tonen();
    knop.addEventListener("click", () => {
      const uit = localStorage.getItem("sneltoetsen") === "uit";
      localStorage.setItem("sneltoetsen", uit ? "aan" : "uit");
      tonen();
    });
  }

  document.addEventListener("click", (gebeurtenis) => {
    for (const menu of document.querySelectorAll("details.menu[open]")) {
      if (!menu.contains(gebeurtenis.target)) menu.removeAttribute("open");
    }
  });
})();
