"use strict";

/* The keys of the shared screen. Every key has a visible link or button that does the same. */
(() => {
  const gordijn = document.querySelector("[data-gordijn]");
  const knop = (naam) => document.querySelector(`[data-toets="${naam}"]`);
  let laatsteFocus = null;

  const verbergen = (aan) => {
    gordijn.hidden = !aan;
    for (const deel of document.querySelectorAll(".scherm > :not([data-gordijn])")) deel.inert = aan;
    if (aan) {
      laatsteFocus = document.activeElement;
      knop("toon").focus();
    } else {
      laatsteFocus?.focus();
    }
  };

  const naarVeld = (gebeurtenis, id) => {
    const plek = document.getElementById(id);
    const veld = plek?.matches("input, textarea, select")
      ? plek
      : plek?.querySelector("textarea, select, input:not([type=hidden])");
    if (!veld) return;
    gebeurtenis.preventDefault();
    veld.focus();
  };

  const doen = {
    ArrowRight: () => knop("volgende")?.click(),
    ArrowLeft: () => knop("vorige")?.click(),
    b: (gebeurtenis) => naarVeld(gebeurtenis, "besluit"),
    a: (gebeurtenis) => naarVeld(gebeurtenis, "actie"),
  };

  knop("verberg").hidden = false;
  knop("verberg").addEventListener("click", () => verbergen(true));
  knop("toon").addEventListener("click", () => verbergen(false));
  knop("besluit")?.addEventListener("click", (gebeurtenis) => naarVeld(gebeurtenis, "besluit"));
  knop("actie")?.addEventListener("click", (gebeurtenis) => naarVeld(gebeurtenis, "actie"));

  document.addEventListener("keydown", (gebeurtenis) => {
    if (gebeurtenis.ctrlKey || gebeurtenis.metaKey || gebeurtenis.altKey) return;
    if (gebeurtenis.key === "Escape") {
      gebeurtenis.preventDefault();
      verbergen(gordijn.hidden);
      return;
    }
    const typt = gebeurtenis.target.closest("input, textarea, select");
    if (typt || !gordijn.hidden || localStorage.getItem("sneltoetsen") === "uit") return;
    const toets = gebeurtenis.key.length === 1 ? gebeurtenis.key.toLowerCase() : gebeurtenis.key;
    doen[toets]?.(gebeurtenis);
  });
})();
