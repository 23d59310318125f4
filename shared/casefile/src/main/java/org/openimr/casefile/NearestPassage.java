package org.openimr.casefile;

/**
 * A passage that came near and was not enough.
 *
 * @param why it is no fact of this item, a clause without a capital or full stop
 */
public record NearestPassage(Anchor anchor, String why) {}
