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
    tools = local_deploy.find_tools(local_stack.TOOLS_DIR)
    with tempfile.TemporaryDirectory() as folder, patch.dict(os.environ):
        port = local_process.choose_port(0)
        pid = local_process.start(tools.ministack, port=port, region=local_stack.REGION, state_dir=Path(folder))
        os.environ |= local_deploy.aws_settings(f"http://{local_process.HOST}:{port}", local_stack.REGION)
        try:
            yield
        finally:
            local_process.stop(pid, port)
