"""All settings, in one file. ``CASUSREGIE_ENV`` chooses demo, dev, test or production.

Without it the environment is ``dev``: it answers on this machine only, and never shows a
traceback unless ``CASUSREGIE_DEBUG=1`` asks for it.
"""

from django.utils.csp import CSP

from casusregie.config import embedded, env, logs
from casusregie.config.strict_templates import UndefinedVariable

ENVIRONMENT = env.choice("CASUSREGIE_ENV", ("demo", "dev", "test", "production"), "dev")
PRODUCTION = ENVIRONMENT == "production"
DEMO = ENVIRONMENT == "demo"
TEST = ENVIRONMENT == "test"
BASE_DIR = embedded.PROJECT_DIR
DATA_DIR = embedded.data_dir()
EMBEDDED = None if PRODUCTION else embedded.load(DATA_DIR)


def _embedded_database(role: str) -> str | None:
    return EMBEDDED.database_url(role) if EMBEDDED else None


SECRET_KEY = env.text("SECRET_KEY", EMBEDDED.secret_key if EMBEDDED else None)
DEBUG = not PRODUCTION and env.boolean("CASUSREGIE_DEBUG")
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS", None if PRODUCTION else "localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = env.words("CSRF_TRUSTED_ORIGINS", "")

# Rooms, in the order of the life of a case
ROOMS = ["convenant", "meldpunt", "beoordeling", "casusregie", "monitoring"]
INSTALLED_APPS = [
    "casusregie.config",
    "casusregie.ui",
    *ROOMS,
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.contrib.postgres",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "guardian",
    "simple_history",
    "django_htmx",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "casusregie.config.headers.HeadersMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "convenant.guard.DeurMiddleware",
]
ROOT_URLCONF = "casusregie.config.urls"
WSGI_APPLICATION = "casusregie.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "casusregie.config.context.demo",
                "convenant.guard.context",
            ],
            "string_if_invalid": UndefinedVariable() if TEST else "",
        },
    }
]

# Database and cache: the application's role owns nothing; only migrations run as the owner
AS_OWNER = env.boolean("CASUSREGIE_AS_OWNER")
DATABASES = {
    "default": (
        env.database("DATABASE_OWNER_URL", _embedded_database(embedded.OWNER))
        if AS_OWNER
        else env.database("DATABASE_URL", _embedded_database(embedded.APP))
    )
    | {"CONN_MAX_AGE": env.integer("CONN_MAX_AGE", 0 if TEST else 60), "CONN_HEALTH_CHECKS": True}
}
# The JIT compiles the row-security expressions anew for every short query: that costs far more
# than it gives. The functions of the row security are planned once a connection, not six times.
_OPTIONS = DATABASES["default"]["OPTIONS"]
_OPTIONS["options"] = " ".join(
    [_OPTIONS.get("options", ""), "-c jit=off", "-c plan_cache_mode=force_generic_plan"]
).strip()
DATABASE_APP_ROLE = env.database("DATABASE_URL", _embedded_database(embedded.APP))["USER"]
DATABASE_ERASER_ROLE = env.text("DATABASE_ERASER_ROLE", embedded.ERASER)
REDIS_URL = env.redis("REDIS_URL", EMBEDDED.redis_url if EMBEDDED else None)
REDIS_NUMBER = env.integer("REDIS_NUMBER", 0)  # of the cache; the broker has the next one
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": f"{REDIS_URL}/{REDIS_NUMBER}",
        "KEY_PREFIX": "casusregie",
    }
}

# Background work: ids only as arguments, no results kept, never run inside the request
CELERY_BROKER_URL = f"{REDIS_URL}/{REDIS_NUMBER + 1}"
CELERY_BROKER_TRANSPORT_OPTIONS = {"global_keyprefix": "casusregie:", "visibility_timeout": 3600}
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_SOFT_TIME_LIMIT = 600
CELERY_TASK_TIME_LIMIT = 660
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_MAX_MEMORY_PER_CHILD = 600_000
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_TIMEZONE = "Europe/Amsterdam"

# Language and time
LANGUAGE_CODE = "nl"
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True
USE_I18N = True
LOCALE_PATHS = [BASE_DIR / "casusregie" / "config" / "locale"]  # allauth says "je", we say "u"

# Files
STATIC_URL = "/static/"
STATIC_ROOT = env.text("STATIC_ROOT", str(DATA_DIR / "static"))
NODE_MODULES = BASE_DIR / "node_modules"
STATICFILES_DIRS = [
    BASE_DIR / "static",
    *(
        (f"npm/{name}", NODE_MODULES / folder)
        for name, folder in {
            "source-sans-3": "@fontsource-variable/source-sans-3",
            "utrecht": "@utrecht/component-library-css/dist",
        }.items()
        if (NODE_MODULES / folder).is_dir()
    ),
]
COLLECTED = PRODUCTION or DEMO
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {
            "location": DATA_DIR / "media",
            "base_url": None,
            "file_permissions_mode": 0o600,
            "directory_permissions_mode": 0o700,
        },
    },
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if COLLECTED
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
MEDIA_URL = ""
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = not COLLECTED
# A long form full of accents must come back with a sentence, not be cut off by the server.
DATA_UPLOAD_MAX_MEMORY_SIZE = 10_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DOCUMENT_MAX_MB = env.integer("DOCUMENT_MAX_MB", 20)

# Login
AUTH_USER_MODEL = "convenant.Medewerker"
AUTHENTICATION_BACKENDS = ["convenant.guard.inlog.Inlog"]
PASSWORD_HASHERS = (
    ["django.contrib.auth.hashers.MD5PasswordHasher"]
    if TEST
    else [
        "django.contrib.auth.hashers.Argon2PasswordHasher",
        "django.contrib.auth.hashers.ScryptPasswordHasher",
    ]
)
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in (
        ("UserAttributeSimilarityValidator", {}),
        ("MinimumLengthValidator", {"min_length": 12}),
        ("CommonPasswordValidator", {}),
        ("NumericPasswordValidator", {}),
    )
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_ADAPTER = "casusregie.config.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_LOGOUT_REDIRECT_URL = "/account/login/"
ACCOUNT_REAUTHENTICATION_TIMEOUT = 900
ALLAUTH_TRUSTED_PROXY_COUNT = env.integer("TRUSTED_PROXY_COUNT", 0)
MFA_VERPLICHT = env.boolean("MFA_VERPLICHT", PRODUCTION)  # BIO2: no password alone
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_FORMS = {
    "add_webauthn": "casusregie.config.sleutels.SleutelToevoegen",
    "edit_webauthn": "casusregie.config.sleutels.SleutelWijzigen",
}
MFA_TOTP_ISSUER = "Casusregie"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not PRODUCTION

# Rights and history. Guardian's own backend is left out on purpose: its has_perm is true for a
# row that has ended and for a superuser; the access rule of convenant reads the rows itself.
ANONYMOUS_USER_NAME = None
GUARDIAN_MONKEY_PATCH_USER = False
GUARDIAN_MONKEY_PATCH_GROUP = False
SIMPLE_HISTORY_DATE_INDEX = "Composite"
SIMPLE_HISTORY_FILEFIELD_TO_CHARFIELD = True
SILENCED_SYSTEM_CHECKS = ["guardian.W001"]

# Sessions and cookies; nothing of a session outlives the working day
SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_AGE = 8 * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_NAME = "__Host-sessie" if PRODUCTION else "sessie"
CSRF_COOKIE_NAME = "__Host-csrf" if PRODUCTION else "csrf"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PRODUCTION
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "convenant.guard.niet_verstuurd.formulier_geweigerd"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# Headers
SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:"],
    "font-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "frame-ancestors": [CSP.NONE],
    "base-uri": [CSP.NONE],
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SECURE_SSL_REDIRECT = PRODUCTION
SECURE_REDIRECT_EXEMPT = [r"^healthz/$"]
SECURE_HSTS_SECONDS = 31_536_000 if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = PRODUCTION
SECURE_PROXY_SSL_HEADER = (
    ("HTTP_X_FORWARDED_PROTO", "https") if env.boolean("BEHIND_TLS_PROXY") else None
)

# Mail: a mail holds a neutral number and a link, never a name
MAILERS = {
    "default": {
        "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "OPTIONS": {
            "host": env.text("EMAIL_HOST", "localhost"),
            "port": env.integer("EMAIL_PORT", 25),
            "username": env.text("EMAIL_USER", ""),
            "password": env.text("EMAIL_PASSWORD", ""),
            "use_tls": env.boolean("EMAIL_USE_TLS"),
            "timeout": 10,
        },
    }
    if PRODUCTION
    else {"BACKEND": "django.core.mail.backends.console.EmailBackend"}
}
DEFAULT_FROM_EMAIL = env.text("DEFAULT_FROM_EMAIL", "casusregie@localhost")

LOGGING = logs.configuration(
    level=env.choice("LOG_LEVEL", ("DEBUG", "INFO", "WARNING", "ERROR"), "INFO"),
    tell_values=ENVIRONMENT in {"dev", "test"},
)

# Terms in calendar days that a municipality chooses for itself
TERMIJNEN = {
    "terugkoppeling_dagen": env.integer("TERUGKOPPELING_DAGEN", 14),
    "tweede_persoon_dagen": env.integer("TWEEDE_PERSOON_DAGEN", 7),
    "weging_starten_dagen": env.integer("WEGING_STARTEN_DAGEN", 7),
    # What a care source shares with consent ends by itself: by default, and at the latest
    "toestemming_dagen": env.integer("TOESTEMMING_DAGEN", 90),
    "toestemming_uiterst_dagen": env.integer("TOESTEMMING_UITERST_DAGEN", 365),
    # The same for a conflict van plichten
    "conflict_dagen": env.integer("CONFLICT_DAGEN", 30),
    "conflict_uiterst_dagen": env.integer("CONFLICT_UITERST_DAGEN", 90),
}
# Who opens more dossiers than this in an hour stands on the desk of the FG
ONGEWOON_DOSSIERS_PER_UUR = env.integer("ONGEWOON_DOSSIERS_PER_UUR", 20)
