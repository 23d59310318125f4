/** Facts of the dictionary found in a case file's documents, and the proof of their absence. */
@NullMarked
package org.openimr.reading.internal.facts;

import org.jspecify.annotations.NullMarked;
