@echo off
rem Starts Ampel from wherever this folder lies. JVM flags: ..\lib\jvm.options, and AMPEL_JVM_OPTIONS for one's own.
setlocal
set "LIB=%~dp0..\lib"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
where "%JAVA%" >nul 2>nul || if not exist "%JAVA%.exe" (
  echo ampel: no Java found. Install Java 17 or newer, or set JAVA_HOME. 1>&2
  exit /b 1
)
"%JAVA%" "@%LIB%\jvm.options" %AMPEL_JVM_OPTIONS% -cp "%LIB%\*" app.ampel.Main %*
exit /b %ERRORLEVEL%
