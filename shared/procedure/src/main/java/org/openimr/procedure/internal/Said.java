package org.openimr.procedure.internal;

import org.openimr.casefile.SourcedFields;

/**
 * A value and who says it.
 *
 * @param <T> its type
 */
record Said<T>(T value, SourcedFields by) {}
