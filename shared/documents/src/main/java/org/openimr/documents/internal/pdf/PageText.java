package org.openimr.documents.internal.pdf;

/**
 * One page.
 *
 * @param text lines end in U+000A
 * @param readable whether the text is what the page shows; a blank page is readable
 * @param damaged whether a part of the page's content could not be unpacked
 * @param hidden whether text was left out that the page does not show
 */
record PageText(String text, boolean readable, boolean damaged, boolean hidden) {}
