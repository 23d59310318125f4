package org.openimr.casefile;

/**
 * Why input was not taken: a value, not an exception.
 *
 * @param code what is wrong
 * @param detail where, and what to do, in a sentence or two for a claims administrator; free of
 *     health information: it names fields, pages, lines and limits, never content
 */
public record Rejection(Code code, String detail) {}
