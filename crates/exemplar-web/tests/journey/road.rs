//! What stands before every page: forms of other sites, too much at once, too large, and services that are shut.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, Request, StatusCode};
use exemplar_app::services::Shut;
use exemplar_core::id::ServiceId;
use exemplar_core::record::Actor;
use exemplar_testkit::{at, on_each_engine};
use exemplar_web::{Limits, Road, metrics_router, router, router_on};
use http_body_util::BodyExt as _;
use tower::ServiceExt as _;

use crate::browser::{Browser, publish_folder, service, site};

/// Sends a form from an address of the network, and gives status, headers and page.
async fn post(router: &Router, address: &str, from_site: &str, body: Vec<u8>) -> (StatusCode, HeaderMap, String) {
    let request = Request::post(address).header("sec-fetch-site", from_site);
    let mut request = request.body(Body::from(body)).unwrap();
    let peer: std::net::SocketAddr = "192.0.2.9:4000".parse().unwrap();
    request.extensions_mut().insert(ConnectInfo(peer));
    let reply = router.clone().oneshot(request).await.unwrap();
    let (status, headers) = (reply.status(), reply.headers().clone());
    let page = reply.into_body().collect().await.unwrap().to_bytes();
    (status, headers, String::from_utf8(page.to_vec()).unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_of_another_site_gets_a_page_in_the_language_of_its_address() {
    on_each_engine(async |kit| {
        let site = site(&kit, 0).await;
        publish_folder(&site.app, service("register-to-vote")).await;
        site.app.services.follow(&site.app.store).await.unwrap();
        let router = router(site);
        for (address, heading) in [
            ("/register-to-vote/full-name", "This form came from another website"),
            ("/register-to-vote/cy/full-name", "Daeth y ffurflen hon o wefan arall"),
            ("/staff/sign-in", "This form came from another website"),
        ] {
            let (status, headers, page) = post(&router, address, "cross-site", Vec::new()).await;
            assert_eq!(status, StatusCode::FORBIDDEN);
            assert!(page.contains(heading), "{page}");
            assert!(headers.contains_key("content-security-policy") && headers["cache-control"] == "no-store");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_body_that_is_too_large_gets_a_page() {
    on_each_engine(async |kit| {
        let router = router(site(&kit, 0).await);
        let (status, _, page) = post(&router, "/example-permit/full-name", "same-origin", vec![b'a'; 300_000]).await;
        assert_eq!(status, StatusCode::PAYLOAD_TOO_LARGE);
        assert!(page.contains("What you sent is too large"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn too_many_new_drafts_or_forms_of_one_address_are_stopped_for_a_while() {
    on_each_engine(async |kit| {
        let site = site(&kit, 0).await;
        let limits = Limits { starts: 2, posts: 5 };
        let router = router_on(Arc::clone(&site), Arc::new(Road::new(limits)));
        let first = "/example-permit/full-name";
        for _ in 0..2 {
            let (status, ..) = post(&router, first, "same-origin", Vec::new()).await;
            assert_eq!(
                status,
                StatusCode::FORBIDDEN,
                "there is no session, so nothing is begun"
            );
        }
        let (status, headers, page) = post(&router, first, "same-origin", Vec::new()).await;
        assert_eq!(status, StatusCode::TOO_MANY_REQUESTS);
        assert_eq!(headers["retry-after"], "600");
        assert!(page.contains("10 minutes"), "{page}");
        for expected in [
            StatusCode::FORBIDDEN,
            StatusCode::FORBIDDEN,
            StatusCode::TOO_MANY_REQUESTS,
        ] {
            let (status, ..) = post(&router, "/example-permit/items", "same-origin", Vec::new()).await;
            assert_eq!(status, expected);
        }
        let (status, headers, page) = post(&router, "/staff/sign-in", "same-origin", Vec::new()).await;
        assert_eq!(status, StatusCode::TOO_MANY_REQUESTS);
        assert!(
            headers.contains_key("retry-after") && page.contains("your network"),
            "{page}"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn counts_tell_kinds_of_pages_and_nothing_of_people() {
    on_each_engine(async |kit| {
        let site = site(&kit, 0).await;
        let road = Arc::new(Road::default());
        let router = router_on(Arc::clone(&site), Arc::clone(&road));
        for address in [
            "/example-permit/status/0198aaaa-0000-7000-8000-000000000000",
            "/nowhere",
        ] {
            let request = Request::get(address).body(Body::empty()).unwrap();
            router.clone().oneshot(request).await.unwrap();
        }
        let mut browser = Browser::new(&site);
        browser.permit_up_to("email").await;
        let metrics = metrics_router(Arc::clone(&site.app), Arc::clone(&road.metrics));
        let request = Request::get("/metrics").body(Body::empty()).unwrap();
        let reply = metrics.oneshot(request).await.unwrap();
        assert_eq!(reply.status(), StatusCode::OK);
        let text = reply.into_body().collect().await.unwrap().to_bytes();
        let text = String::from_utf8(text.to_vec()).unwrap();
        for line in [
            "exemplar_requests_total{route=\"done\",status=\"404\"} 1",
            "exemplar_requests_total{route=\"other\",status=\"404\"} 1",
            "exemplar_commits_total{outcome=\"committed\"} 4",
            "exemplar_jobs{state=\"dead\"} 0",
        ] {
            assert!(text.lines().any(|written| written == line), "{line} is not in\n{text}");
        }
        assert!(!text.contains("0198aaaa") && !text.contains("192.0.2"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_shut_service_is_shut_on_every_instance_and_keeps_its_drafts() {
    on_each_engine(async |kit| {
        let (one, other) = (site(&kit, 0).await, site(&kit, 0).await);
        let mut browser = Browser::new(&one);
        browser.permit_up_to("postcode").await;
        let mut late = browser.clone();
        let service = ServiceId::from("example-permit");
        let shut = Shut {
            words: [("en".into(), "We are moving **house**.".to_owned())].into(),
            until: at(1_500),
        };
        let by = Actor::Integration("test".to_owned());
        kit.store.shut(&service, &shut, &by, at(0)).await.unwrap();
        for site in [&one, &other] {
            site.app.services.follow(&site.app.store).await.unwrap();
            let mut browser = browser.later(site);
            browser.get("/example-permit/postcode").await;
            assert_eq!(browser.status, StatusCode::SERVICE_UNAVAILABLE);
            assert_eq!(browser.heading(), "The service is unavailable");
            assert!(
                browser.page.contains("We are moving <strong>house</strong>."),
                "{}",
                browser.page
            );
            assert!(
                browser.page.contains("from 23 November 2026 at 12:05"),
                "{}",
                browser.page
            );
            browser.get("/example-permit").await;
            assert_eq!(browser.status, StatusCode::OK);
            assert!(browser.page.contains("We are moving"));
            browser.get("/staff/sign-in").await;
            assert_eq!(browser.status, StatusCode::OK);
        }
        late.post_only(&[("postcode", "LS1 1UR")]).await;
        assert_eq!(late.status, StatusCode::SERVICE_UNAVAILABLE);

        assert!(kit.store.open_service(&service).await.unwrap());
        assert!(!kit.store.open_service(&service).await.unwrap());
        for site in [&one, &other] {
            site.app.services.follow(&site.app.store).await.unwrap();
            let mut browser = browser.later(site);
            browser.get("/example-permit/full-name").await;
            assert_eq!(browser.value("full_name-first"), "Anna", "the draft was kept");
        }
    })
    .await;
}
