package org.openimr.reading.internal.papers;

import org.openimr.casefile.DocumentType;

/**
 * A paper found in a file.
 *
 * @param start its first char in the file's text
 * @param end the char after its last
 * @param cover whether it only introduces or parts papers, as a fax cover or a barcode sheet does
 */
record Paper(DocumentType type, int start, int end, boolean cover) {}
