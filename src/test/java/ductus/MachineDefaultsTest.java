package ductus;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.Scanner;
import java.util.Set;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is computed and written depends on no language, time zone or processor: no class asks for a
 * default of the machine.
 */
class MachineDefaultsTest {
  private static final JavaClasses DUCTUS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("ductus");

  /** Methods whose last bits are left to the processor; {@link StrictMath} has the same ones. */
  private static final Set<String> INEXACT =
      Set.of(
          "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "exp",
          "expm1", "log", "log10", "log1p", "pow", "cbrt", "hypot");

  @Test
  void wordsAndNumbersAreOfNoLanguage() {
    refuse(
        List.of(
            call("String.format without a Locale", String.class, "format")
                .and(without(Locale.class)),
            call(
                    "toLowerCase or toUpperCase without a Locale",
                    String.class,
                    "toLowerCase",
                    "toUpperCase")
                .and(without(Locale.class)),
            call(
                    "DateTimeFormatter.ofPattern without a Locale",
                    DateTimeFormatter.class,
                    "ofPattern")
                .and(without(Locale.class)),
            call("a Formatter", Formatter.class, "<init>").and(without(Locale.class)),
            call("a Scanner", Scanner.class, "<init>"),
            call("the default Locale", Locale.class, "getDefault"),
            call("printf without a Locale", PrintStream.class, "printf", "format")
                .and(without(Locale.class)),
            call("printf without a Locale", PrintWriter.class, "printf", "format")
                .and(without(Locale.class)),
            call("a NumberFormat", NumberFormat.class, "getInstance", "getNumberInstance")));
  }

  /** A complaint may have the numbers of the one who reads it; in the program they are English. */
  @Test
  void onlyComplaintsAreFormattedAsTheMachineSpeaks() throws IOException {
    List<String> found = FormattedCalls.beyondComplaints(Path.of("src/main/java"));
    assertTrue(
        found.isEmpty(),
        () ->
            "must be String.format(Locale.ROOT, ...): "
                + String.join(System.lineSeparator(), found));
  }

  @Test
  void aNumberThatIsNoComplaintIsFound(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("Planted.java"),
        """
        class Planted {
          String said = "%d".formatted(1);
          void refuse() { throw new IllegalStateException("%d".formatted(2)); }
        }
        """);
    assertEquals(List.of("Planted.java: line 2"), FormattedCalls.beyondComplaints(folder));
  }

  @Test
  void timesAreOfNoZone() {
    // The studio shows people times of theirs.
    noClasses()
        .that()
        .resideOutsideOfPackage("ductus.studio..")
        .should()
        .accessTargetWhere(call("the default time zone", ZoneId.class, "systemDefault"))
        .check(DUCTUS);
    refuse(
        List.of(
            call("the default time zone", TimeZone.class, "getDefault"),
            call("a Calendar", Calendar.class, "getInstance")));
  }

  @Test
  void numbersHaveTheSameBitsOnEveryProcessor() {
    refuse(List.of(call("Math, not StrictMath", Math.class, INEXACT.toArray(String[]::new))));
  }

  private static DescribedPredicate<JavaAccess<?>> call(
      String description, Class<?> owner, String... names) {
    return DescribedPredicate.describe(
        description,
        access ->
            access.getTargetOwner().isEquivalentTo(owner)
                && Arrays.asList(names).contains(access.getName()));
  }

  private static DescribedPredicate<JavaAccess<?>> without(Class<?> parameter) {
    return DescribedPredicate.describe(
        "without a " + parameter.getSimpleName(),
        access ->
            !(access.getTarget() instanceof CodeUnitAccessTarget unit)
                || unit.getRawParameterTypes().stream()
                    .noneMatch((JavaClass type) -> type.isEquivalentTo(parameter)));
  }

  /** Refuses all these calls at once, since each look goes through all of the program. */
  private static void refuse(List<DescribedPredicate<JavaAccess<?>>> calls) {
    noClasses().should().accessTargetWhere(DescribedPredicate.or(calls)).check(DUCTUS);
  }
}
