package org.openimr.cloud.internal.store;

/**
 * Bytes that are kept.
 *
 * @param sha256 lower case hex: their name
 * @param md5 lower case hex: what S3 gives as ETag
 * @param size in bytes
 */
public record Body(String sha256, String md5, long size) {}
