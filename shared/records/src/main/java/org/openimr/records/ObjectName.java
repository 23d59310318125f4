package org.openimr.records;

/** An object's place. */
public record ObjectName(String bucket, String key) {}
