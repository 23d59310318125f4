/**
 * Checks and compiles topics from YAML to the rule pack. Runs in the build and in the checks of an
 * analyst, never in a function: the CEL compiler and the YAML reader are not shipped.
 */
@NullMarked
package org.openimr.guidelines.internal.build;

import org.jspecify.annotations.NullMarked;
