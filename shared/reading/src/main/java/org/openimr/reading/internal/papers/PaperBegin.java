package org.openimr.reading.internal.papers;

import java.time.LocalDate;
import java.util.Optional;
import org.openimr.casefile.DocumentType;

/**
 * Where a paper begins, and what its first page tells.
 *
 * @param start its first char in the text
 * @param title likeness of its title; empty where it has none
 * @param date as its top gives it
 */
record PaperBegin(
    DocumentType type, int start, String title, Optional<LocalDate> date, boolean cover) {}
