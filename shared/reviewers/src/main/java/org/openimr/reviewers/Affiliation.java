package org.openimr.reviewers;

/**
 * A tie that a reviewer has declared for the roster.
 *
 * @param party the key of its name; the wording lies with the identity
 * @param link with whom there
 */
public record Affiliation(PartyKey party, Link link, Tie tie) {}
