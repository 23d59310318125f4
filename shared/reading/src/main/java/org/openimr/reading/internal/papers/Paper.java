package org.openimr.reading.internal.papers;

import org.openimr.casefile.DocumentType;

/**
 * A paper within a file.
 *
 * @param start first char in the file's text
 * @param end the char after the last, without the page end that sets the next paper apart
 */
record Paper(DocumentType type, int start, int end) {}
