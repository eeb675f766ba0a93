package ductus.cli.usage;

import ductus.format.NearestName;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.TypeConversionException;

/** A value that an option or an argument cannot have, because of its type. */
final class WrongValue {
  private static final Set<Class<?>> WHOLE =
      Set.of(int.class, Integer.class, long.class, Long.class);
  private static final Set<Class<?>> REAL = Set.of(double.class, Double.class);
  private static final Set<Class<?>> FLAG = Set.of(boolean.class, Boolean.class);

  private WrongValue() {}

  /**
   * Says what it must be and was.
   *
   * @param reason of the conversion that failed; null if a value of the type could not be set
   */
  static String words(ArgSpec of, String value, @Nullable TypeConversionException reason) {
    Class<?> type = of.auxiliaryTypes()[0];
    String name = UsageComplaint.name(of);
    String but = value.isEmpty() ? " but is empty" : " but was " + value;
    if (WHOLE.contains(type)) {
      return name + " must be " + whole(type, value) + but;
    }
    if (REAL.contains(type)) {
      boolean comma = value.matches("-?\\d+,\\d+");
      return name + (comma ? " must be a number with a point" : " must be a number") + but;
    }
    if (FLAG.contains(type)) {
      return name + " must be true or false, or stand alone," + but;
    }
    if (type.isEnum()) {
      return oneOf(name, words(type), value, but);
    }
    return reason == null
        ? name + " cannot be " + value
        : String.valueOf(reason.getMessage()).startsWith("must ")
            ? name + " " + reason.getMessage()
            : name + ": " + reason.getMessage();
  }

  private static String whole(Class<?> type, String value) {
    if (!value.matches("[+-]?\\d+")) {
      return "a whole number";
    }
    boolean small = type == int.class || type == Integer.class;
    return "a whole number of at most " + (small ? Integer.MAX_VALUE : Long.MAX_VALUE);
  }

  private static List<String> words(Class<?> type) {
    return Stream.of(type.getEnumConstants())
        .map(each -> each.toString().toLowerCase(Locale.ROOT))
        .toList();
  }

  private static String oneOf(String name, List<String> words, String value, String but) {
    return String.format(
        Locale.ROOT,
        "%s must be %s%s%s",
        name,
        words.size() == 1 ? words.get(0) : "one of " + String.join(", ", words),
        but,
        NearestName.question(value.toLowerCase(Locale.ROOT), words));
  }
}
