module github.com/slaclock/slaclock/examples/compare

go 1.26.0

replace github.com/slaclock/slaclock => ../..

require (
	github.com/prometheus/alertmanager v0.34.2
	github.com/rickar/cal/v2 v2.1.26
	github.com/robfig/cron/v3 v3.0.1
	github.com/slaclock/slaclock v0.0.0-00010101000000-000000000000
	github.com/teambition/rrule-go v1.8.2
)

require gopkg.in/yaml.v2 v2.4.0 // indirect
