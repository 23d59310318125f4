/**
 * The embedded objects behind s3proxy's S3 endpoint. s3proxy tells by the name of a store's package
 * what the store can do by itself; {@code awssdk} says: conditional writes, and uploads in parts
 * without a helper object beside them.
 */
@NullMarked
package org.openimr.cloud.internal.awssdk;

import org.jspecify.annotations.NullMarked;
