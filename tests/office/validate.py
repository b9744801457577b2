"""Two validators' opinions of a Word or PowerPoint file, and one's of a PDF, as lists of what is wrong."""

import json
import os
import subprocess
from pathlib import Path

from openxml_audit import FileFormat, OpenXmlValidator
from page import SafetyLimits, ValidationProfile, validate_pdf_bytes

from tests.office.programs import command, validator

# The SDK wants the system's ICU library or this word that it may do without.
ENVIRONMENT = {"DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}


def sdk_errors(file: Path) -> list[str]:
    """What Microsoft's Open XML SDK says of the file. Its binary exits 0 whatever it finds, so its answer is read."""
    words = [command(validator), str(file), "Microsoft365"]
    done = subprocess.run(words, check=True, capture_output=True, text=True, env={**os.environ, **ENVIRONMENT}, timeout=120)
    answer = json.loads(done.stdout)["errors"]
    return [f"{error.get('path')}: {error.get('description')}" for error in answer]


def audit_errors(file: Path) -> list[str]:
    """What openxml-audit says of the file: a port of the SDK with more rules, which also looks into fallbacks' choices."""
    result = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(file)
    return [str(error) for error in result.errors]


def pdfua_errors(pdf: bytes) -> list[str]:
    """What `page-validation` says of a PDF by its rules of PDF/UA-1, each rule that fails once."""
    # The validator's bounds are for strangers' files: the bookmarks of a long brief are a longer chain than it would follow.
    report = validate_pdf_bytes(pdf, profile=ValidationProfile.PDF_UA_1, limits=SafetyLimits.unlimited())
    return [f"{failure.rule_id}: {failure.message}" for failure in report.failures]
