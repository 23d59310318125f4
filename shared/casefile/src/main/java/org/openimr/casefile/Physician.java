package org.openimr.casefile;

import java.util.Optional;

/** The requesting physician. */
public record Physician(Optional<String> name, Optional<String> specialty) {}
