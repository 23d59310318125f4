"""Schemathesis knows no text/csv: a roster is made up as plain text is."""

import schemathesis

schemathesis.serializer.alias("text/csv", "text/plain")
