package org.openimr.casefile;

/**
 * Someone with a part in the case.
 *
 * @param role as the paper names it, such as {@code ATTORNEY}
 */
public record Party(String role, String name) {}
