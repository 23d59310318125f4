/** What the AWS SDK's types are turned into, and from. */
@NullMarked
package org.openimr.records.internal.aws;

import org.jspecify.annotations.NullMarked;
