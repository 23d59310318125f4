package org.openimr.records;

/** A row's name in the table: {@code pk} and {@code sk}. */
public record Key(String partition, String sort) {}
