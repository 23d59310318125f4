/** Requests, answers, problems and the contract that they follow. */
@NullMarked
package org.openimr.api.internal.http;

import org.jspecify.annotations.NullMarked;
