package ductus.train;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts the bytes of all arrays of numbers that can be reached from an object of ours. */
final class Footprint {
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Object> open = new ArrayDeque<>();
  private long bytes;

  private Footprint() {}

  static long of(Object root) throws IllegalAccessException {
    Footprint footprint = new Footprint();
    footprint.reach(root);
    while (!footprint.open.isEmpty()) {
      footprint.look(footprint.open.pop());
    }
    return footprint.bytes;
  }

  private void reach(@Nullable Object object) {
    if (object != null && seen.add(object)) {
      open.push(object);
    }
  }

  private void look(Object object) throws IllegalAccessException {
    if (object instanceof float[] || object instanceof int[]) {
      bytes += 4L * Array.getLength(object);
    } else if (object instanceof double[]) {
      bytes += 8L * Array.getLength(object);
    } else if (object instanceof Object[] array) {
      Arrays.stream(array).forEach(this::reach);
    } else if (object instanceof Map<?, ?> map) {
      map.forEach(
          (key, value) -> {
            reach(key);
            reach(value);
          });
    } else if (object instanceof Iterable<?> items) {
      items.forEach(this::reach);
    } else if (isFollowed(object.getClass())) {
      lookAtFields(object);
    }
  }

  private void lookAtFields(Object object) throws IllegalAccessException {
    for (Class<?> type = object.getClass(); isFollowed(type); type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
          field.setAccessible(true);
          reach(field.get(object));
        }
      }
    }
  }

  /** What the JDK made, lambdas among it, is not. */
  private static boolean isFollowed(Class<?> type) {
    return !type.isHidden() && type.getName().matches("(ductus|org\\.ejml)\\..*");
  }
}
