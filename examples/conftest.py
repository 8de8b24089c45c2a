"""What is no test: a script, and what is wrong on purpose."""

collect_ignore = ["check_article.py"]
collect_ignore_glob = ["*-broken*"]
