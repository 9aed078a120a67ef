"""The local stack's server alone, with nothing deployed to it: a table, a queue and SES to measure against."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from sayso.cli import local_deploy, local_process, local_stack


@contextmanager
def running() -> Iterator[None]:
    """Start it on a free port, with the AWS variables pointing at it; afterwards both are as they were."""
    with listening() as endpoint_url, patch.dict(os.environ):
        os.environ |= local_deploy.aws_settings(endpoint_url, local_stack.REGION)
        yield


@contextmanager
def listening() -> Iterator[str]:
    """Start it on a free port; where it listens."""
    tools = local_deploy.find_tools(local_stack.TOOLS_DIR)
    with tempfile.TemporaryDirectory() as folder:
        port = local_process.choose_port(0)
        pid = local_process.start(tools.ministack, port=port, region=local_stack.REGION, state_dir=Path(folder))
        try:
            yield f"http://{local_process.HOST}:{port}"
        finally:
            local_process.stop(pid, port)
