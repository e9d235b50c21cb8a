import pytest

from casusregie.config.celery import app


def test_a_real_worker_answers(worker):
    assert app.control.ping(timeout=5, limit=1)


@pytest.mark.parametrize("setting", ["task_always_eager", "task_store_eager_result"])
def test_tasks_never_run_inside_the_request(setting):
    assert not app.conf[setting]


def test_a_task_that_was_interrupted_runs_again_and_keeps_no_result():
    assert app.conf.task_acks_late
    assert app.conf.task_ignore_result
