# The demo's own steps, sourced by ansinh when the container is ready. Functions and variables there:
#
#   say VI EN · die VI EN        progress with elapsed time · one sentence and a non-zero end
#   $url · $home · $data · $secrets · $pid
#   api METHOD PATH [--body FILE] [--header "N: V"]…   REST as administrator; prints the body
#   drop JAR · withdraw JAR      into and out of deploy/, seen by the container as a whole
#   client "command"             a command of Karaf's shell

api() {
    local method=$1 path=$2
    shift 2
    probe http "$method" "$url$path" --ca "$secrets/tls.crt" \
        --user admin --password-file "$secrets/admin-password" "$@"
}

drop() { # a jar of localities/, by the beginning of its name
    local jar
    jar=$(ls "$home/localities/$1"*.jar | head -n 1) || return 1
    cp "$jar" "$home/deploy/.$(basename "$jar")" &&
        mv "$home/deploy/.$(basename "$jar")" "$home/deploy/$(basename "$jar")"
}

withdraw() {
    rm -f "$home/deploy/$1"*.jar
}

demo_run() {
    die "Phần trình diễn chưa có trong bản này." "The demo is not part of this build yet."
}
