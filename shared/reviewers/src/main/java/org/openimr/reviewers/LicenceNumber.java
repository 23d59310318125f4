package org.openimr.reviewers;

/**
 * The number of a licence: with its state and kind it names one person. Its text form leaves the
 * number out.
 *
 * @param number as the board writes it, in upper case
 */
public record LicenceNumber(UsState state, LicenceKind kind, String number) {
  @Override
  public String toString() {
    return "LicenceNumber[" + state + " " + kind + "]";
  }
}
