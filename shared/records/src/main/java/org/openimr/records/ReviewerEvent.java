package org.openimr.records;

import java.time.Instant;
import org.openimr.reviewers.Pseudonym;

/**
 * Something that happened to a reviewer's entry in the roster, the reading of an identity included.
 *
 * @param id unique for the reviewer at its time
 * @param actor the function or person that did it, never a name
 * @param kind such as {@code IDENTITY_READ}
 * @param cause a request, a credential or a day; never what stands in the entry
 */
public record ReviewerEvent(
    Pseudonym reviewer, Instant time, String id, String actor, String kind, String cause) {}
