package org.openimr.records;

/**
 * A determination's documents, as a case's head points at them: SHA-256 of each in lower case hex.
 *
 * @param folder key prefix without the last slash
 */
public record DocumentPointer(String folder, String json, String text, String html, String pdf) {}
