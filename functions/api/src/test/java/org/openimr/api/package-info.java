@NullMarked
package org.openimr.api;

import org.jspecify.annotations.NullMarked;
