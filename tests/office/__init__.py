"""The programs that prove finished files: LibreOffice, poppler, two validators, Chromium."""
