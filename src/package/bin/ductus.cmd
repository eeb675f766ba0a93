@echo off
rem Starts Ductus from where it was unpacked: with the Java that came along, or else with the one of this machine.
setlocal
set "DUCTUS_JAR=%~dp0..\ductus.jar"
set "DUCTUS_JAVA=%~dp0..\runtime\bin\java.exe"
if exist "%DUCTUS_JAVA%" goto run
if not defined JAVA_HOME goto path
set "DUCTUS_JAVA=%JAVA_HOME%\bin\java.exe"
if exist "%DUCTUS_JAVA%" goto run
:path
set "DUCTUS_JAVA=java.exe"
where java.exe >nul 2>nul
if not errorlevel 1 goto run
echo ductus: needs Java 17 or newer, found none; get it from https://adoptium.net, or take the image of Ductus that brings Java along>&2
exit /b 1
:run
"%DUCTUS_JAVA%" -Xlog:disable -Xlog:all=warning:stderr "-Xlog:cds*=off:stderr" -Djava.awt.headless=true -Dfile.encoding=UTF-8 -jar "%DUCTUS_JAR%" %*
exit /b %ERRORLEVEL%
