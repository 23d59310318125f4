package org.openimr.api;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Whose tokens are believed.
 *
 * @param issuer that a token must name
 * @param audience that a token must be for
 * @param keys the issuer's public keys
 */
public record TokenTrust(String issuer, String audience, JWKSource<SecurityContext> keys) {
  private static final int FETCH_MILLIS = 2_000;
  private static final int MOST_BYTES = 64 * 1024;
  private static final Duration CACHED = Duration.ofHours(1);
  private static final Duration BETWEEN_FETCHES = Duration.ofSeconds(30);
  private static final Duration WITHOUT_ISSUER = Duration.ofHours(12);

  /**
   * The trust of a function's environment.
   *
   * @throws IllegalStateException if a variable is missing; the message names it
   */
  public static TokenTrust of(Map<String, String> environment) {
    return new TokenTrust(
        required(environment, "TOKEN_ISSUER"),
        required(environment, "TOKEN_AUDIENCE"),
        fetched(URI.create(required(environment, "TOKEN_JWKS_URL"))));
  }

  /**
   * Keys of an address: kept for an hour, fetched again where a token names a key that is not among
   * them, yet not more often than each half minute whatever tokens come; kept on while the issuer
   * does not answer. No thread of its own: a function is frozen between requests.
   */
  static JWKSource<SecurityContext> fetched(URI address) {
    return JWKSourceBuilder.create(
            url(address), new DefaultResourceRetriever(FETCH_MILLIS, FETCH_MILLIS, MOST_BYTES))
        .retrying(true)
        .rateLimited(BETWEEN_FETCHES.toMillis())
        .cache(CACHED.toMillis(), FETCH_MILLIS)
        .refreshAheadCache(false)
        .outageTolerant(WITHOUT_ISSUER.toMillis())
        .build();
  }

  private static URL url(URI address) {
    try {
      return address.toURL();
    } catch (MalformedURLException failed) {
      throw new IllegalStateException("TOKEN_JWKS_URL is no URL", failed);
    }
  }

  private static String required(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name))
        .filter(value -> !value.isBlank())
        .orElseThrow(
            () -> new IllegalStateException("environment variable " + name + " is not set"));
  }
}
