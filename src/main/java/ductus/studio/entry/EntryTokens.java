package ductus.studio.entry;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** The tokens that let a browser in, each once. Only the last few that were issued are good. */
final class EntryTokens {
  private static final int MOST = 16;

  private final Deque<Secret> good = new ArrayDeque<>();

  /** A new one. */
  synchronized String issue() {
    if (good.size() == MOST) {
      good.removeFirst();
    }
    Secret token = Secret.random();
    good.addLast(token);
    return token.text();
  }

  /** Whether a token is good; it is not from now on. */
  synchronized boolean redeem(@Nullable String given) {
    for (Iterator<Secret> each = good.iterator(); each.hasNext(); ) {
      if (each.next().is(given)) {
        each.remove();
        return true;
      }
    }
    return false;
  }

  /** Whether a token would let somebody in. */
  synchronized boolean isGood(String token) {
    return good.stream().anyMatch(each -> each.is(token));
  }
}
