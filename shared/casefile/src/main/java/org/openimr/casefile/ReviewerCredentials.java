package org.openimr.casefile;

import java.util.List;

/**
 * A reviewer's qualifications as a determination states them (Labor Code 4610.6(f)): nothing that
 * names a person.
 *
 * @param states of licensure, by name
 * @param licences kinds of licence, such as {@code MD}
 * @param specialties certifications and specialties, by name
 */
public record ReviewerCredentials(
    List<String> states, List<String> licences, List<String> specialties) {
  /** Copies the lists. */
  public ReviewerCredentials {
    states = List.copyOf(states);
    licences = List.copyOf(licences);
    specialties = List.copyOf(specialties);
  }
}
