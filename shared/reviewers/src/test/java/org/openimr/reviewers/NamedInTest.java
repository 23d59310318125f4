package org.openimr.reviewers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An invented reviewer whose family name is a plain word as well. */
class NamedInTest {
  private static final ReviewerIdentity IDENTITY =
      new ReviewerIdentity(
          new Pseudonym("RV-000001"),
          "Long",
          "José María",
          Optional.of("jm.long@example.org"),
          List.of(new LicenceNumber(UsState.CA, LicenceKind.MD, "A-12345")),
          Map.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I am José María Long.",
        "signed: LONG, JOSE MARIA",
        "As Dr. Long I disagree.",
        "Reviewed by Long, M.D. and MD Long, MD.",
        "Licence A 12345",
        "lic. a12345",
        "jm.long@example.org"
      })
  void aTextThatTellsWhoIsFound(String text) {
    assertEquals(true, IDENTITY.isNamedIn(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Long pain since 2009.",
        "José María was not seen. Long walks help.",
        "12345 steps a day",
        "The drug was given too long, mdash."
      })
  void aTextThatDoesNotIsNot(String text) {
    assertEquals(false, IDENTITY.isNamedIn(text));
  }
}
