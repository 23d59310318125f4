package org.openimr.letter.internal;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.Serial;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes characters that leave no mark as {@code \}{@code u202e}: a reader of the file sees them,
 * and a quote with half a character in it keeps that half, which UTF-8 cannot hold.
 */
final class UnseenEscapes extends CharacterEscapes {
  @Serial private static final long serialVersionUID = 1L;

  @Override
  public int[] getEscapeCodesForAscii() {
    return CharacterEscapes.standardAsciiEscapesForJSON();
  }

  @Override
  public @Nullable SerializableString getEscapeSequence(int ch) {
    return ch > 0x7E && Printable.isUnseen(ch)
        ? new SerializedString(String.format(Locale.ROOT, "\\u%04x", ch))
        : null;
  }
}
