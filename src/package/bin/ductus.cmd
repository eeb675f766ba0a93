@echo off
rem Starts Ductus from where it was unpacked: with the Java that came along, or else with the one of this machine.
setlocal EnableExtensions DisableDelayedExpansion
set "folder=%~dp0.."
set "java="
set "major="
set "found="

call :try_java "%folder%\runtime"
if defined JAVA_HOME call :try_java "%JAVA_HOME%"
for %%P in (java.exe) do if not "%%~$PATH:P"=="" call :try_java "%%~dp$PATH:P.."
rem A java.exe that is not in its Java's own folder says where that is.
for %%P in (java.exe) do if not defined java if not "%%~$PATH:P"=="" for /f "tokens=1* delims== " %%A in ('java.exe -XshowSettings:properties -version 2^>^&1') do if "%%A"=="java.home" call :try_java "%%B"
if defined java goto start
if not defined found set "found=none"
>&2 echo ductus: needs Java 17 or newer, found %found%; get it with 'winget install EclipseAdoptium.Temurin.21.JRE' or from https://adoptium.net, and set JAVA_HOME if it is not on the PATH; or take the image of Ductus that brings Java along
exit /b 1

:start
set "aot="
if defined major if %major% GEQ 24 set "aot=-Xlog:aot*=off:stderr"
rem What is over in a second needs less to be set up, and its kernels are compiled sooner.
set "brief=-XX:+UseSerialGC -XX:CompileCommand=quiet -XX:CompileCommand=inline,ductus.math.vector.Lanes::* -XX:CompileCommand=CompileThresholdScaling,ductus.math.vector.*::*,0.1"
for %%C in (demo evaluate hand studio train) do if "%~1"=="%%C" set "brief="
if "%~1"=="studio" set brief="@%folder%\bin\studio.options"
"%java%" -Xlog:disable -Xlog:all=warning:stderr "-Xlog:cds*=off:stderr" %aot% %brief% -Djava.awt.headless=true -Dfile.encoding=UTF-8 -jar "%folder%\ductus.jar" %*
exit /b %ERRORLEVEL%

rem Is folder %1 a Java of 17 or newer? Then %java% starts it, else %found% says what is there.
:try_java
if defined java exit /b 0
if not exist "%~f1\bin\java.exe" exit /b 0
set "version="
if exist "%~f1\release" for /f "usebackq tokens=1,2 delims==" %%K in ("%~f1\release") do if "%%K"=="JAVA_VERSION" set "version=%%~L"
if not defined version exit /b 0
for /f "tokens=1 delims=.-+_" %%M in ("%version%") do set "major=%%M"
if not defined found set "found=Java %version% in %~f1"
if %major% GEQ 17 set "java=%~f1\bin\java.exe"
exit /b 0
