# Read by ./ductus: makes the archive, the image and the Debian package for the machine at hand in target/package.

# What Ductus uses of Java. Not seen by jdeps: the generators of random numbers (jdk.random), the encodings of XML files
# (jdk.charsets), the DOM of pictures (jdk.xml.dom) and the vectors.
modules=java.desktop,java.logging,java.management,java.naming,java.sql,java.xml,jdk.charsets,jdk.incubator.vector,jdk.management,jdk.random,jdk.unsupported,jdk.xml.dom

# Sets $system to what this machine is called in names of files, such as linux-x64.
find_system() {
  case $(uname -s) in
    Linux) system=linux ;;
    Darwin) system=macos ;;
    MINGW* | MSYS* | CYGWIN*) system=windows ;;
    *) system=$(uname -s | tr '[:upper:]' '[:lower:]') ;;
  esac
  case $(uname -m) in
    x86_64 | amd64) system=$system-x64 ;;
    aarch64 | arm64) system=$system-aarch64 ;;
    *) system=$system-$(uname -m) ;;
  esac
}

# Everything, from clean classes. The version is the one of pom.xml.
package_all() {
  find_maven
  begin=$(date +%s)
  package=$root/target/package
  take_lock "$root/target/package.lock"
  install_jfugue
  rm -rf "$package"
  mkdir -p "$package/build"
  version=$(sed -n '/<version>/{s/.*<version>\(.*\)<\/version>.*/\1/p;q;}' "$root/pom.xml")
  name=ductus-$version
  find_system
  say "packaging $name ..."
  log=$root/target/package.log
  # The archive holds what the program says of itself; so it comes when there is a program to ask.
  build_part -Dassembly.skipAssembly=true package
  DUCTUS_CONFIG='' DUCTUS_OPTIONS='' "$jdk/bin/java" -Djava.awt.headless=true -Dfile.encoding=UTF-8 -jar "$package/build/ductus.jar" \
    share -q "$package/build/share" >"$log" 2>&1 || fail "cannot write the manual pages: $(head -n 1 "$log")"
  build_part assembly:single
  check_libraries "$package/build/lib"
  check_licences "$package/build/lib"
  [ -f "$package/build/$name.cdx.json" ] || fail "the bill of materials was not made; it is not where Maven is told to be offline"
  mv "$package/build/$name.zip" "$package/build/$name.cdx.json" "$package"
  make_image
  make_debian_package
  cp "$root/src/package/Containerfile" "$package"
  rm -rf "$package/build"
  (cd "$package" && checksums Containerfile "$name".* "$name"-* ./*.deb >SHA256SUMS)
  leave_lock
  say "packaged in $(($(date +%s) - begin)) s, in target/package:"
  (cd "$package" && du -k -- * | while read -r kilobytes file; do
    say "  $file ($(((kilobytes + 512) / 1024)) MB)"
  done)
}

# Has Maven do a part of the package; the arguments are those of Maven.
build_part() {
  if ! maven -q -Pquick,archive -Dbuild.folder=target/package/build "$@" >"$log" 2>&1; then
    show_errors "$log"
    fail "the build failed (all of Maven's output: target/${log##*/})"
  fi
}

# Has each jar in folder $1 a line in the table of licences?
check_licences() {
  for jar_file in "$1"/*.jar; do
    known=
    while read -r prefix licence; do
      case $prefix in
        *-) case ${jar_file##*/} in "$prefix"*) known=$licence ;; esac ;;
      esac
    done <"$root/src/package/licenses/README.txt"
    [ -n "$known" ] || fail "the licence of ${jar_file##*/} must stand in src/package/licenses/README.txt"
  done
}

# Unpacks the archive and puts a Java beside it that has what is needed and no more.
make_image() {
  image=$name-$system
  (cd "$package" && "$jdk/bin/jar" xf "$name.zip" && mv "$name" "$image") || fail "cannot unpack target/package/$name.zip"
  chmod +x "$package/$image/bin/ductus"
  if ! [ -x "$jdk/bin/jlink" ]; then
    say "the image with Java was left out: $jdk has no jlink"
    rm -rf "${package:?}/$image"
    return
  fi
  compress=2
  if [ "$java_major" -ge 21 ]; then compress=zip-6; fi
  "$jdk/bin/jlink" --add-modules "$modules" --strip-java-debug-attributes --no-header-files --no-man-pages \
    "--compress=$compress" --output "$package/$image/runtime" >"$log" 2>&1 ||
    fail "cannot make the Java of the image: $(head -n 1 "$log")"
  # So that it starts as fast as the JDK.
  "$package/$image/runtime/bin/java" -Xshare:dump >>"$log" 2>&1 || say "the Java of the image has no archive of its own classes"
  if [ "${system%%-*}" = windows ]; then
    "$jdk/bin/jar" -cMf "$package/$image.zip" -C "$package" "$image"
  elif tar --version 2>/dev/null | grep -q GNU; then
    tar -C "$package" --sort=name --owner=0 --group=0 --numeric-owner --mtime='2026-01-01 00:00Z' -cf - "$image" | gzip -9n >"$package/$image.tar.gz"
  else
    tar -C "$package" -czf "$package/$image.tar.gz" "$image"
  fi
}

# The image once more, as Debian and its like install it: in /opt/ductus, with a command and an entry in the menu.
make_debian_package() {
  if ! [ -d "$package/$image/runtime" ]; then return; fi
  for tool in dpkg-deb fakeroot; do
    if ! command -v "$tool" >/dev/null; then
      say "the Debian package was left out: there is no $tool"
      rm -rf "${package:?}/$image"
      return
    fi
  done
  mv "$package/$image/runtime" "$package/build/runtime"
  if ! "$jdk/bin/jpackage" --type deb --name ductus --app-version "$version" --input "$package/$image" --main-jar ductus.jar \
    --arguments studio --runtime-image "$package/build/runtime" --resource-dir "$root/src/package/deb" \
    --icon "$root/src/package/deb/ductus.png" --description "learns music and handwriting, and makes new ones" \
    --vendor "the maintainers of Ductus" --license-file "$root/LICENSE" --linux-app-category sound \
    --linux-menu-group "AudioVideo;Graphics;" --linux-shortcut \
    --java-options "-Djava.awt.headless=true -Dfile.encoding=UTF-8 --add-exports=java.base/jdk.internal.module=ALL-UNNAMED --add-exports=java.desktop/com.sun.media.sound=ALL-UNNAMED" \
    --dest "$package" >"$log" 2>&1; then
    fail "cannot make the Debian package: $(head -n 1 "$log") (all of jpackage's output: target/${log##*/})"
  fi
  rm -rf "${package:?}/$image"
}
