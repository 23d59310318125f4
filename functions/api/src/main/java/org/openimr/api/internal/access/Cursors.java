package org.openimr.api.internal.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.openimr.casefile.Code;
import org.openimr.casefile.Outcome;
import org.openimr.records.Key;

/**
 * Cursors that nobody can read, make or use for another caller or question: AES-256-GCM (NIST SP
 * 800-38D) over the position, with caller and question as additional data.
 */
public final class Cursors {
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  /** Cursors of a secret, of which a key is derived that serves nothing else. */
  public Cursors(String secret) {
    try {
      byte[] derived =
          MessageDigest.getInstance("SHA-256")
              .digest(("openimr cursor\n" + secret).getBytes(StandardCharsets.UTF_8));
      this.key = new SecretKeySpec(derived, "AES");
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }

  /**
   * Seals a position.
   *
   * @param question what was asked, in a spelling of its own
   */
  public String seal(Caller caller, String question, Key position) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] plain = (position.partition() + "\n" + position.sort()).getBytes(StandardCharsets.UTF_8);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, caller, question).doFinal(plain);
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array());
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every Java platform has AES-GCM", missing);
    }
  }

  /** Opens a cursor of the same caller and question. */
  public Outcome<Key> open(Caller caller, String question, String cursor) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(cursor);
      if (bytes.length <= NONCE_BYTES) {
        return refused();
      }
      byte[] nonce = Arrays.copyOf(bytes, NONCE_BYTES);
      byte[] plain =
          cipher(Cipher.DECRYPT_MODE, nonce, caller, question)
              .doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
      String[] parts = new String(plain, StandardCharsets.UTF_8).split("\n", 2);
      return Outcome.accepted(new Key(parts[0], parts[1]));
    } catch (IllegalArgumentException | GeneralSecurityException forged) {
      return refused();
    }
  }

  private Cipher cipher(int mode, byte[] nonce, Caller caller, String question)
      throws GeneralSecurityException {
    var cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    var bound =
        List.of(caller.role().wireName(), caller.organization().orElse(""), caller.id(), question);
    cipher.updateAAD(String.join("\n", bound).getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static Outcome<Key> refused() {
    return Outcome.rejected(
        Code.INVALID_CURSOR,
        "The cursor was not made for this caller and question. Ask again without one.");
  }
}
