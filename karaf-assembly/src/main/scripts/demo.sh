# The demonstration (docs/demo.md), sourced by ansinh when the container is ready: $java, $home,
# $secrets, $state and $url are the script's. The steps are vn.ansinh.demo.Demo's, over the doors
# that users have.

demo_run() {
    "$java" -cp "$home/lib/ansinh/demo/*" vn.ansinh.demo.Demo \
        "$home" "$secrets" "$url" "$state/bao-cao" || exit 1
    say "Xong; hệ thống vẫn chạy, dừng bằng ./ansinh stop" \
        "Done; the container keeps running, stop it with ./ansinh stop"
}
