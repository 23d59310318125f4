package org.openimr.api.internal.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.ExpiredJWTException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.Code;
import org.openimr.casefile.Outcome;
import org.openimr.procedure.ContentHash;

/**
 * Verifies bearer tokens (RFC 7519): signature by a key of the issuer, algorithm RS256 or ES256,
 * issuer, audience, expiry and not-before. The one place that does, wherever the API runs; the
 * gateway's authorizer is only an outer door. A token that was verified is known by its hash for a
 * minute, as a signature takes longer to check than all else of a request. Safe for threads.
 */
public final class Tokens {
  private static final String BEARER = "bearer ";
  private static final int LONGEST = 8 * 1024;
  private static final int SKEW_SECONDS = 30;

  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);

  /** Of tokens that are kept with whom they speak for; a withdrawn key counts after a minute. */
  private static final int KEPT = 1_000;

  private static final Duration KEPT_FOR = Duration.ofMinutes(1);

  private final String issuer;
  private final InstantSource clock;
  private final Map<String, Verified> verified =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Verified> eldest) {
          return size() > KEPT;
        }
      };
  private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

  /** Tokens of an issuer for an audience. */
  public Tokens(
      String issuer, String audience, JWKSource<SecurityContext> keys, InstantSource clock) {
    this.issuer = issuer;
    this.clock = clock;
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
    processor.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(
            JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
    var claims =
        new DefaultJWTClaimsVerifier<SecurityContext>(
            audience,
            new JWTClaimsSet.Builder().issuer(issuer).build(),
            Set.of("sub", "exp", "role")) {
          @Override
          protected Date currentTime() {
            return Date.from(clock.instant());
          }
        };
    claims.setMaxClockSkew(SKEW_SECONDS);
    processor.setJWTClaimsSetVerifier(claims);
  }

  /** Who a token speaks for. */
  public Outcome<Caller> verify(Optional<String> authorization) {
    return authorization
        .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(BEARER))
        .map(value -> value.substring(BEARER.length()).strip())
        .map(this::caller)
        .orElseGet(
            () ->
                Outcome.rejected(
                    Code.NO_TOKEN, "Send a token of the issuer in the header Authorization."));
  }

  private Outcome<Caller> caller(String token) {
    if (token.length() > LONGEST) {
      return invalid();
    }
    String hash = ContentHash.of(token);
    return kept(hash)
        .<Outcome<Caller>>map(Outcome::accepted)
        .orElseGet(() -> verified(token, hash));
  }

  /** Somebody whose token was verified, until the token or the keeping ends. */
  private record Verified(Caller caller, Instant until) {}

  private Optional<Caller> kept(String hash) {
    synchronized (verified) {
      return Optional.ofNullable(verified.get(hash))
          .filter(there -> clock.instant().isBefore(there.until()))
          .map(Verified::caller);
    }
  }

  private void keep(String hash, Caller caller, Instant expires) {
    var end = clock.instant().plus(KEPT_FOR);
    synchronized (verified) {
      verified.put(hash, new Verified(caller, expires.isBefore(end) ? expires : end));
    }
  }

  private Outcome<Caller> verified(String token, String hash) {
    try {
      var claims = processor.process(SignedJWT.parse(token), null);
      var caller = caller(claims);
      if (caller instanceof Outcome.Accepted<Caller>(Caller known)) {
        keep(hash, known, claims.getExpirationTime().toInstant());
      }
      return caller;
    } catch (ExpiredJWTException expired) {
      return Outcome.rejected(Code.EXPIRED_TOKEN, "Get a new token; this one is over.");
    } catch (RateLimitReachedException unknownKey) {
      // Its key is not among those that were fetched less than half a minute ago.
      return invalid();
    } catch (ParseException | BadJOSEException bad) {
      return invalid();
    } catch (KeySourceException unreachable) {
      return Outcome.rejected(
          Code.SERVICE_UNAVAILABLE, "The issuer's keys cannot be fetched. Repeat later.");
    } catch (JOSEException unusable) {
      return invalid();
    }
  }

  /** Nothing of the token is told: it may be somebody else's. */
  private static Outcome<Caller> invalid() {
    return Outcome.rejected(
        Code.INVALID_TOKEN, "The token is not one of this service's issuer, or was changed.");
  }

  private Outcome<Caller> caller(JWTClaimsSet claims) throws ParseException {
    var role = Role.of(Optional.ofNullable(claims.getStringClaim("role")).orElse(""));
    var organization = Optional.ofNullable(claims.getStringClaim("organization"));
    var onlyCase = Optional.ofNullable(claims.getStringClaim("case"));
    if (role.isEmpty()) {
      return forbidden("The token's role is none of this service.");
    }
    if (role.get() == Role.CLAIMS_ADMINISTRATOR && organization.filter(Tokens::isName).isEmpty()) {
      return forbidden("The token names no organization.");
    }
    if (onlyCase.isPresent() && onlyCase.flatMap(CaseNumber::of).isEmpty()) {
      return forbidden("The token's case is no case number.");
    }
    return Outcome.accepted(
        new Caller(
            role.get(),
            claims.getSubject(),
            Caller.id(issuer, claims.getSubject()),
            organization,
            onlyCase.flatMap(CaseNumber::of)));
  }

  private static boolean isName(String organization) {
    return organization.matches("[a-z0-9][a-z0-9-]{1,62}");
  }

  private static Outcome<Caller> forbidden(String detail) {
    return Outcome.rejected(Code.ROLE_FORBIDDEN, detail);
  }
}
