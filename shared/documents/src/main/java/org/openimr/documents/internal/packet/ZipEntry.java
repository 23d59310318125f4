package org.openimr.documents.internal.packet;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One entry of an archive, by the archive's central directory.
 *
 * @param number from 1, in the directory's order
 * @param path the parts of its name, NFC, without empty ones and single dots; empty for the root
 * @param folder whether the name ends in a slash
 * @param encrypted whether its content needs a password
 * @param method how it is packed: 0 not at all, 8 deflate
 * @param crc of the content
 * @param start where its packed content begins in the archive
 */
record ZipEntry(
    int number,
    List<String> path,
    boolean folder,
    boolean encrypted,
    int method,
    long crc,
    int start,
    int packedSize,
    long size) {
  static final int STORED = 0;
  static final int DEFLATED = 8;

  private static final List<String> SYSTEM_FILES =
      Arrays.asList("thumbs.db", "desktop.ini", "__macosx");

  ZipEntry {
    path = List.copyOf(path);
  }

  /** Whether an operating system put it there, or hides it: no paper of the case. */
  boolean hidden() {
    return path.stream()
        .anyMatch(
            part -> part.startsWith(".") || SYSTEM_FILES.contains(part.toLowerCase(Locale.ROOT)));
  }
}
