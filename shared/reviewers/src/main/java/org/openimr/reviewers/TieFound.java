package org.openimr.reviewers;

/** A tie of a candidate to a party of the case; it does not say who the party is. */
public record TieFound(RuleId rule, PartyRole role, Link link, Tie.Nature nature) {}
