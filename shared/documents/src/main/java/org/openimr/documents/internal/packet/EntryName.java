package org.openimr.documents.internal.packet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Names of entries. They never become paths on a disk; one that would leave its folder there is
 * refused all the same, because it is made to do harm and nothing else in its archive can be
 * trusted.
 */
final class EntryName {
  private EntryName() {}

  /** UTF-8, else byte by byte: old archives say nowhere which of many alphabets they mean. */
  static String decode(byte[] name) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(name)).toString();
    } catch (CharacterCodingException e) {
      return new String(name, ISO_8859_1);
    }
  }

  /** The parts of a name, or nothing if it is unsafe. */
  static Optional<List<String>> safe(String name) {
    List<String> parts = parts(name);
    boolean unsafe =
        name.startsWith("/")
            || name.indexOf('\\') >= 0
            || name.chars().anyMatch(Character::isISOControl)
            || parts.contains("..")
            || parts.stream().findFirst().filter(EntryName::drive).isPresent();
    return unsafe || (parts.isEmpty() && !name.endsWith("/"))
        ? Optional.empty()
        : Optional.of(parts);
  }

  /** The parts of a name as it is compared with others. */
  static List<String> parts(String name) {
    return Arrays.stream(Normalizer.normalize(name, Normalizer.Form.NFC).split("/", -1))
        .filter(part -> !part.isEmpty() && !part.equals("."))
        .toList();
  }

  private static boolean drive(String part) {
    return part.length() > 1 && part.charAt(1) == ':' && Character.isLetter(part.charAt(0));
  }
}
