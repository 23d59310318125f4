package org.openimr.letter;

/** A determination, or a correction of one, in its four forms with the same content. */
@SuppressWarnings("ArrayRecordComponent")
public record DocumentSet(byte[] json, byte[] text, byte[] html, byte[] pdf) {}
