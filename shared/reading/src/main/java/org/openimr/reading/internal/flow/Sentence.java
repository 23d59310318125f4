package org.openimr.reading.internal.flow;

/**
 * A sentence of a flowing text.
 *
 * @param from first char
 * @param to the char after the last
 * @param heading title of the section that it stands in, lower case; empty where there is none
 */
public record Sentence(int from, int to, String heading) {}
